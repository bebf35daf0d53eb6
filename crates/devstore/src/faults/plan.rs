use runtime::Random;

use super::fault::Fault;
use super::kind::Target;
use crate::Purchase;

/// The faults that are still to come.
#[derive(Debug)]
pub(crate) struct Faults {
    planned: Vec<Fault>,
    random: Random,
}

impl Default for Faults {
    fn default() -> Self {
        Self::planned(Vec::new(), 0)
    }
}

impl Faults {
    pub(crate) fn planned(planned: Vec<Fault>, seed: u64) -> Self {
        Self { planned, random: Random::seeded(seed) }
    }

    pub(crate) fn left(&self) -> &[Fault] {
        &self.planned
    }

    /// What goes wrong with the next request of this operation.
    pub(crate) fn strike(&mut self, names: &[&str]) -> Option<Fault> {
        self.strike_one(names, Target::Request)
    }

    /// What is bought before the next request of this operation; something may go wrong with it as well.
    pub(crate) fn purchase(&mut self, names: &[&str]) -> Option<Purchase> {
        let struck = self.strike_one(names, Target::Purchase)?;
        Some(struck.purchase.unwrap_or_default())
    }

    /// What goes wrong with the bulk operation that begins.
    pub(crate) fn strike_bulk(&mut self, names: &[&str]) -> Option<Fault> {
        self.strike_one(names, Target::Bulk)
    }

    /// What goes wrong with the next line of a bulk mutation.
    pub(crate) fn strike_line(&mut self, names: &[&str]) -> Option<Fault> {
        self.strike_one(names, Target::Line)
    }

    fn strike_one(&mut self, names: &[&str], target: Target) -> Option<Fault> {
        let Self { planned, random } = self;
        let place = planned.iter_mut().position(|fault| {
            let named = fault.operation.as_deref().is_none_or(|operation| names.contains(&operation));
            if !named || fault.times == 0 || fault.kind.target() != target {
                return false;
            }
            if fault.after > 0 {
                fault.after -= 1;
                return false;
            }
            random.fraction() < fault.probability
        })?;
        let fault = planned.get_mut(place)?;
        fault.times -= 1;
        let struck = fault.clone();
        planned.retain(|fault| fault.times > 0);
        Some(struck)
    }
}
