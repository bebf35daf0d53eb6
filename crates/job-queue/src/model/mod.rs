//! A model of the queue, in which everything happens in every order: workers that freeze and die between any two steps,
//! clocks that differ, a person who holds, cancels and deletes. It asks the code itself what a run makes of its entry
//! and which state follows, so what is checked here is not a copy of it.
//!
//! `check` looks at every state that can be reached, and shows with broken rules that it would find what is wrong.
//! `replay` takes random ways through the model and goes them on real databases, to see that the code does the same.

mod actions;
mod check;
mod claims;
mod end;
mod perform;
mod person;
mod properties;
mod real;
mod replay;
mod representative;
mod rules;
mod stage;
mod state;
mod step;
mod time;
mod walk;
mod work;
