"""What `start.py` does: makes `.venv` from the locks, runs the checks, hands words on to habeas.

Standard library only, and nothing of `habeas`: this runs before anything is installed.
"""
