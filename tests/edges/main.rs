//! The portal, tested through its edges.
