//! A model of the queue, in which everything happens in every order: workers that freeze and die between any two steps,
//! clocks that differ, a person who holds, cancels and deletes. It asks the code itself what a run makes of its entry
//! and which state follows, so what is checked here is not a copy of it.
//!
//! `check` looks at every state that can be reached, and shows with broken rules that it would find what is wrong.

mod actions;
mod check;
mod claims;
mod end;
mod person;
mod properties;
mod real;
mod representative;
mod rules;
mod state;
mod step;
mod time;
mod work;
