//! Meters, registers and their readings.
