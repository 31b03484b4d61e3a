"""Charts drawn as SVG, each with its table; no other program, no font and no address is asked for."""
