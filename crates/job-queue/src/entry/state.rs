values::options! {
    /// The state of an entry.
    pub enum Status {
        /// It will run when its time has come.
        Ready => "Ready",
        /// It runs.
        InProcess => "In Process",
        /// It failed, and needs a person. A recurring entry still has its next time.
        Error => "Error",
        /// It is parked by a person.
        #[default]
        OnHold => "On Hold",
        /// It has ended, and is about to be deleted.
        Finished => "Finished",
        /// It sleeps until there is something to do.
        OnHoldWithInactivityTimeout => "On Hold with Inactivity Timeout",
        /// Its time has come, but something of its category runs.
        Waiting => "Waiting",
    }
}

values::options! {
    /// Where an entry runs.
    pub enum Mode {
        /// With a worker, when its time has come.
        #[default]
        Background => "Background",
        /// At once, in the process that a person asked, who waits for it.
        Foreground => "Foreground",
    }
}

values::options! {
    /// What becomes of the runs of a recurring entry whose time came while no worker was there.
    pub enum CatchUp {
        /// It runs once, as soon as there is a worker.
        #[default]
        RunOnce => "Run Once",
        /// They are left out; it runs at its next time.
        Skip => "Skip",
    }
}

values::options! {
    /// Which of the waiting entries of a category goes first.
    pub enum Priority {
        /// Before the others.
        High => "High",
        /// In between.
        #[default]
        Normal => "Normal",
        /// After the others, but not for ever.
        Low => "Low",
    }
}

impl Priority {
    /// By how much an entry may be overtaken: one that waits this much longer than a more urgent one goes first, so that
    /// nothing starves.
    pub(crate) fn patience(self) -> chrono::Duration {
        chrono::Duration::minutes(match self {
            Self::High => 0,
            Self::Normal => 5,
            Self::Low => 30,
        })
    }
}
