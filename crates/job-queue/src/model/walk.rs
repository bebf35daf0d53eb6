use runtime::Random;
use stateright::Model;

use super::actions::Action;
use super::rules::QueueModel;
use super::state::State;

/// One step of a way through the model.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) before: State,
    pub(super) action: Action,
    pub(super) after: State,
}

/// A random way of at most `steps` steps, with what is refused among them.
pub(super) fn walk(model: &QueueModel, random: &Random, steps: usize) -> Vec<Step> {
    let mut way: Vec<Step> = Vec::with_capacity(steps);
    let mut before = model.beginning();
    while way.len() < steps {
        let mut actions = Vec::new();
        model.actions(&before, &mut actions);
        let Some(action) = draw(&actions, random) else { break };
        let after = model.after(&before, action);
        way.push(Step { before, action, after: after.clone() });
        before = after;
    }
    way
}

fn draw(actions: &[Action], random: &Random) -> Option<Action> {
    let mut left = random.below(actions.iter().map(weight).sum());
    actions.iter().copied().find(|action| {
        let is_it = left < weight(action);
        left = left.saturating_sub(weight(action));
        is_it
    })
}

/// How often an action is taken when it may be: such that runs live long enough to be lost, and come back.
fn weight(action: &Action) -> u64 {
    match action {
        Action::TimeComes => 8,
        Action::Pass { .. } | Action::Thaw { .. } | Action::Write { .. } => 6,
        Action::Rescue | Action::Heartbeat { .. } | Action::Send { .. } => 3,
        Action::UnheardHeartbeat { .. } | Action::Freeze { .. } => 2,
        _ => 1,
    }
}
