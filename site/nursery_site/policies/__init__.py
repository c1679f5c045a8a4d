"""Policies: articles for parents, read from `content/`, checked, rendered and searched.

article    what an article's file holds           (pydantic)
markup     its body: citations, terms, figures    (markdown-it)
library    every article of a folder, and what is wrong with the rest
rendering  the body as HTML for one reader
answering  the article that answers a question
concerning the clauses that concern a family
checking   what an editor has to put right
"""
