"""How names are written: tables of conventions as data, and spellings made from them.

`tables` reads the tables, `spelling` writes a word by one of them, `respelling` carries a surname
from Russian to Belarusian or Ukrainian, `crowd` makes fictional people for training and benchmarks.
Whether two spellings are one person is for `resolving`.
"""
