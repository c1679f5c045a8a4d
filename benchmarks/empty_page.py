"""The least that Flask can answer, to set our page against."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def empty() -> str:
    """Nothing."""
    return ""
