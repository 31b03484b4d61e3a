"""Programs that crash, run with a passphrase and a name: what must not be found where they did."""

WRITING = """
import os, signal, sys
from pathlib import Path
from habeas.protecting.slots import Passphrase
from habeas.tasks.opening import opened
one = opened(Path('a.habeas'), Passphrase(sys.argv[1]))
list(one.claims()), one.sealings()
one._store.write_out("PRAGMA cache_size=2")
with one._store.writing():
    for number in range(200):
        one._store.write_out("INSERT INTO choice VALUES (?, ?)", str(number), sys.argv[2] * 400)
    assert os.path.getsize("a.habeas/register.db-wal") > 100_000
    os.kill(os.getpid(), signal.SIGABRT)
"""
"""In the middle of a transaction, its journal full of the name."""

TELLING = """
import os, signal, sys
import click
from habeas.cli.program import run
try:
    import resource
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
except ImportError:
    pass
def told(*words, **more):
    os.kill(os.getpid(), signal.SIGABRT)
click.echo = told
sys.argv[1:] = ["-r", "a", "find", sys.argv[2]]
run()
"""
"""While it tells of the name, with room for an image of its memory."""
