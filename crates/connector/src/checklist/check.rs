values::options! {
    /// How one thing stands.
    pub enum State {
        /// It is in order.
        #[default]
        Done => "Done",
        /// It works, and a person may want to look at it.
        Attention => "Attention",
        /// It is to be mended before the shop goes live.
        Open => "Open",
    }
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What it is, for programs.
    pub name: &'static str,
    /// What it is, for people.
    pub caption: &'static str,
    /// How it stands.
    pub state: State,
    /// What was found, and what mends it.
    pub sentence: String,
    /// The page where it is mended.
    pub route: String,
}

/// What a check is called, and where it is mended.
#[derive(Clone, Debug)]
pub(super) struct Place {
    name: &'static str,
    caption: &'static str,
    route: String,
}

impl Place {
    /// A check that is mended on that page.
    pub(super) fn new(name: &'static str, caption: &'static str, route: impl Into<String>) -> Self {
        Self { name, caption, route: route.into() }
    }

    /// It is in order.
    pub(super) fn done(self, sentence: impl Into<String>) -> Check {
        self.found(State::Done, sentence)
    }

    /// It works, and a person may want to look at it.
    pub(super) fn attention(self, sentence: impl Into<String>) -> Check {
        self.found(State::Attention, sentence)
    }

    /// It is to be mended.
    pub(super) fn open(self, sentence: impl Into<String>) -> Check {
        self.found(State::Open, sentence)
    }

    fn found(self, state: State, sentence: impl Into<String>) -> Check {
        Check { name: self.name, caption: self.caption, state, sentence: sentence.into(), route: self.route }
    }
}

/// Several things in one sentence.
pub(super) fn listed<'a>(things: impl IntoIterator<Item = &'a str>) -> String {
    things.into_iter().collect::<Vec<_>>().join(", ")
}
