"""The words all rooms speak: frozen types without files, clock or chance; imports nothing of ours."""
