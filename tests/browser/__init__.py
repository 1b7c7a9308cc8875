"""What a customer and a consultant meet in a real browser: Debian's Chromium, without a screen, without the net."""
