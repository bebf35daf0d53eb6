/// When a run may be taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rescuer {
    /// When its lease is over.
    Waits,
    /// When its lease is over by a clock that is a third of the lease ahead: as much as clocks may differ.
    IsAhead,
    /// At any time.
    DoesNotWait,
}

/// The rules that keep what is guaranteed. Those that the code has, or broken ones.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    pub(super) rescuer: Rescuer,
    /// A write compares its token in its own transaction.
    pub(super) fence: bool,
    /// A worker trusts two thirds of its lease, not the whole of it.
    pub(super) two_thirds: bool,
    /// Two runs of one exclusion key can't be.
    pub(super) unique_key: bool,
}

impl Rules {
    /// Those of the code.
    pub(super) const REAL: Self = Self { rescuer: Rescuer::Waits, fence: true, two_thirds: true, unique_key: true };
}

/// Two entries of one exclusion key, three workers, and a person.
#[derive(Clone, Debug)]
pub(super) struct QueueModel {
    pub(super) rules: Rules,
    /// Which of the entries recurs.
    pub(super) recurring: [bool; 2],
    /// How often the person does something.
    pub(super) acts: u8,
    /// How often a run is taken over.
    pub(super) rescues: u8,
    /// How often a worker freezes or dies. One that does nothing for long needs neither: in the model everybody may be
    /// passed over for as long as one likes, with the clocks going on.
    pub(super) mishaps: u8,
}

impl QueueModel {
    /// The code's rules.
    pub(super) const fn real(recurring: [bool; 2]) -> Self {
        Self { rules: Rules::REAL, recurring, acts: 1, rescues: 2, mishaps: 0 }
    }
}
