"""The program: finds a verb's module, runs it, turns an error into a sentence and an exit code."""

import os
import signal
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn, cast

import click

from habeas import __version__
from habeas.cli.crash import tell_without_words
from habeas.cli.in_order import InOrder
from habeas.cli.lines import tell
from habeas.cli.misuse import misuse_lines
from habeas.cli.verbs import GROUPS, VERBS, call_of
from habeas.cli.words import _
from habeas.errors import HabeasError, MistakeError, RegisterError


class Unread(Exception):
    """Whoever read what is printed went away, as `head` does when it has enough."""


class Program(InOrder):
    """A group whose commands are imported only when they are called.

    `help` stands for `--help`, also with a verb behind it.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order in which one uses them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, from its own module; None where there is no such verb."""
        if cmd_name not in VERBS:
            return None
        module = import_module(f"habeas.cli.{VERBS[cmd_name].module}")
        command = cast(click.Command, module.command)
        if command.epilog is None:
            command.epilog = call_of(f"habeas {cmd_name}")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb and the words behind it; those behind `help` with `--help` behind them."""
        if args[0] == "help":
            if not args[1:]:
                click.echo(ctx.get_help())
                ctx.exit()
            args = [*args[1:], "--help"]
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; that nobody reads on is told apart from what `check` or `verify` found.

        Raises:
            Unread: the pipe was closed. Click itself would end with 1, which stands for a finding.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise Unread from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs with their help, group by group, without importing them."""
        widest = max(map(len, VERBS))
        for heading, verbs in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl(
                    [(f"{name:<{widest}}", verb.words) for name, verb in verbs.items()]
                )


@click.command(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    help=_("An evidence-backed register of people imprisoned for political reasons."),
    epilog=_(
        "New here? `habeas demo` shows the main job on sample reports; `habeas help VERB` tells more of"
        " a verb."
    ),
)
@click.version_option(__version__, prog_name="habeas", message="%(prog)s %(version)s")
@click.option("-r", "--register", type=click.Path(), help=_("The register's folder, NAME.habeas."))
@click.pass_context
def program(ctx: click.Context, register: str | None) -> None:
    """Keep the register's place for the verb."""
    ctx.obj = register


def run() -> NoReturn:
    """Run the program, and end it with the exit code of what happened."""
    _spell_out_what_a_stream_cannot_show()
    _end_tidily()
    _leave_no_memory_behind()
    tell_without_words()
    try:
        program.main(prog_name="habeas", standalone_mode=False)
    except HabeasError as error:
        _stop(error.sentence, error.exit_code)
    except click.ClickException as error:
        click.echo(misuse_lines(error), err=True)
        sys.exit(error.exit_code)
    except UnicodeEncodeError:
        _stop(
            _("A word of the call holds bytes that are no text in UTF-8; type it anew."),
            MistakeError.exit_code,
        )
    except click.Abort:
        _stop(_("Stopped; nothing was written since the last message."), 130)
    except Unread:
        _write_no_more()
        sys.exit(141)
    except OSError as error:
        words = _("The system refused to read or write ({why}). Look after the disk and its space.")
        _stop(words.format(why=error.strerror), RegisterError.exit_code)
    sys.exit(0)


def _spell_out_what_a_stream_cannot_show() -> None:
    """Let a letter that the terminal or pipe has no sign for be written as its code, as `\\u0447`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _end_tidily() -> None:
    """Let being ended by the system, or the terminal being closed, act like Ctrl-C.

    So an export or a backup that is half written is taken away, and not left in the clear.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def _leave_no_memory_behind() -> None:
    """Let the system write no image of this program's memory, names and key in it, should it crash."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write_no_more() -> None:
    """Let what is still to be written go nowhere, so that the end of the program tells nothing of it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _stop(sentence: str, code: int) -> NoReturn:
    tell(sentence)
    sys.exit(code)
