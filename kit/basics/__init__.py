"""Ground floor: places and problems, money, dates. Imports only the standard library."""
