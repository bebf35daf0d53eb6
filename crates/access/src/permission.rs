use std::fmt;

values::options! {
    /// A permission set: what a user, or a token, may do. Each allows all that those after it allow.
    pub enum Permission {
        /// Everything: users, tokens, the set-up of the books and of the job queue, too.
        Administrator => "Administrator",
        /// The shops as well: their cards, their credentials, and what is mapped for them.
        ShopAdministrator => "Shop Administrator",
        /// The daily work: documents, synchronization, job queue. Reads the shops and the set-up.
        User => "User",
        /// Runs the synchronization and mends what it has left open, and nothing else.
        Operator => "Operator",
        /// Reads what a user may read.
        #[default]
        Viewer => "Viewer",
    }
}

/// A part of the program that permissions are given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Items, customers, sales documents, ledgers.
    BackOffice,
    /// Records from and for the stores, and their synchronization.
    Synchronization,
    /// Job queue entries, categories and logs.
    JobQueue,
    /// Shops, with their credentials and what is mapped for them.
    Shops,
    /// Posting groups, number series, settings.
    Setup,
    /// Users, API tokens and the audit log.
    Users,
}

impl Area {
    /// Every area.
    pub const ALL: [Self; 6] =
        [Self::BackOffice, Self::Synchronization, Self::JobQueue, Self::Shops, Self::Setup, Self::Users];

    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::BackOffice => "BackOffice",
            Self::Synchronization => "Synchronization",
            Self::JobQueue => "JobQueue",
            Self::Shops => "Shops",
            Self::Setup => "Setup",
            Self::Users => "Users",
        }
    }
}

/// What may be done in an [`Area`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// See it.
    Read,
    /// Create, change and delete.
    Change,
    /// Start what takes its time: tasks, posting.
    Run,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 3] = [Self::Read, Self::Change, Self::Run];

    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "Read",
            Self::Change => "Change",
            Self::Run => "Run",
        }
    }
}

impl Permission {
    /// Everything that it allows.
    pub fn allowed(self) -> impl Iterator<Item = (Area, Action)> {
        let all = Area::ALL.into_iter().flat_map(|area| Action::ALL.map(|action| (area, action)));
        all.filter(move |(area, action)| self.can(*area, *action))
    }

    /// Whether it allows `action` in `area`.
    pub fn can(self, area: Area, action: Action) -> bool {
        let daily = matches!(area, Area::BackOffice | Area::Synchronization | Area::JobQueue);
        match (self, action) {
            (Self::Administrator, _) => true,
            (_, Action::Read) => area != Area::Users,
            (Self::ShopAdministrator, _) => daily || area == Area::Shops,
            (Self::User, _) => daily,
            (Self::Operator, _) => area == Area::Synchronization,
            (Self::Viewer, _) => false,
        }
    }

    /// This one, but no more than `most` allows.
    #[must_use]
    pub fn at_most(self, most: Self) -> Self {
        // They are declared from the one that allows most to the one that allows least.
        self.max(most)
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BackOffice => "the back office",
            Self::Synchronization => "the synchronization",
            Self::JobQueue => "the job queue",
            Self::Shops => "the shops",
            Self::Setup => "the set-up",
            Self::Users => "the users",
        })
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Change => "change",
            Self::Run => "run",
        })
    }
}
