"""Bytes to text: one module per format, each a part behind the seam `habeas.plugins.Format`.

A format says whether some bytes are its own (`sniff`) and what they say (`text_of`). Which format is
asked first is for `habeas.plugins`; where the bytes come from is for `habeas.tasks`.
Laws: any bytes give a `Text` or a `ReportError`, never another exception; the same bytes give the
same text; nothing is fetched, nothing is written.
"""
