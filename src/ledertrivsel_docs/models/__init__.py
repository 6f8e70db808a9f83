"""What a kit is made of, as types: the content of the tools, the kits, an organisation's programme and its brand."""
