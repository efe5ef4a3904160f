//! A running stack, as its tests reach it: the portal over HTTP, and what stands
//! around it.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test ends at the first surprise")]

pub mod kills;
pub mod money;
pub mod outside;
pub mod portal;
pub mod reading;
pub mod stack;
