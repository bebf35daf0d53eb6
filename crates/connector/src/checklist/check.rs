use serde_json::{Map, Value};

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
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What it is, for programs.
    pub name: &'static str,
    /// What it is, for people.
    pub caption: &'static str,
    /// How it stands.
    pub state: State,
    /// What was found, by a name that stays, for those who say it in another language.
    pub code: &'static str,
    /// What the sentence of that code names: numbers, texts, and lists of them.
    pub parameters: Map<String, Value>,
    /// What was found, and what mends it.
    pub sentence: String,
    /// The page where it is mended.
    pub route: String,
}

impl Check {
    /// The same with something that its sentence names.
    pub(super) fn naming(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.parameters.insert(name.to_owned(), value.into());
        self
    }
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
    pub(super) fn done(self, code: &'static str, sentence: impl Into<String>) -> Check {
        self.found(State::Done, code, sentence)
    }

    /// It works, and a person may want to look at it.
    pub(super) fn attention(self, code: &'static str, sentence: impl Into<String>) -> Check {
        self.found(State::Attention, code, sentence)
    }

    /// It is to be mended.
    pub(super) fn open(self, code: &'static str, sentence: impl Into<String>) -> Check {
        self.found(State::Open, code, sentence)
    }

    fn found(self, state: State, code: &'static str, sentence: impl Into<String>) -> Check {
        let Self { name, caption, route } = self;
        Check { name, caption, state, code, parameters: Map::new(), sentence: sentence.into(), route }
    }
}

/// Several things in one sentence.
pub(super) fn listed<'a>(things: impl IntoIterator<Item = &'a str>) -> String {
    things.into_iter().collect::<Vec<_>>().join(", ")
}
