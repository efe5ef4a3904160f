//! The rating engine as those who use it see it: settlements made and computed
//! again, errors put into them and found, tariffs beside each other.

mod errors;
mod settlements;
mod tariffs;
mod vectors;
mod world;
