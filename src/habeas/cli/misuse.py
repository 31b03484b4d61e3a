"""A call that cannot be: what is wrong with it, how the verb is called, and a call that works.

Decides how click's own sentences are shown: without signs that could steer a terminal, and never
alone, since “Missing option” helps nobody who does not know what to give.
"""

from io import StringIO

import click

from habeas.cli.shown import lines_shown
from habeas.cli.verbs import call_of


def misuse_lines(error: click.ClickException) -> str:
    """All that is said of a wrong call."""
    told = StringIO()
    error.show(told)
    lines = lines_shown(told.getvalue().expandtabs(2).rstrip())
    context = error.ctx if isinstance(error, click.UsageError) else None
    call = call_of(context.command_path if context else "")
    return f"{lines}\n{call}" if call and call not in lines else lines
