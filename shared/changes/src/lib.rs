//! What a change is: its states as pure rules, and how a feature proposes one.
