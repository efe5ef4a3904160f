//! Customers, supply points, contracts, preferences.
