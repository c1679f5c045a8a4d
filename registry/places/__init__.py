"""Where things are: divisions and the names they go by, coordinates, codes, working days.

names ─► table ─► gazetteer ─► resolution ─► divisions      which district a list means
coordinates                                                 WGS-84, GCJ-02, BD-09
credit_code                                                 统一社会信用代码
workdays                                                    the last day of a publicity
"""
