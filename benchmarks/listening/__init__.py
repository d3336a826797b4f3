"""The parts of the wake word benchmark: sounds, throughput, real time, and the peer."""
