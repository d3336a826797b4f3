"""Says where the voice host is: to the Supervisor, or to the local network.

A process of its own, because it needs a network and the host gives that up. It hears no sound and holds none of the
host's sockets; all that it shares with the host is the file with the pairing code.
"""
