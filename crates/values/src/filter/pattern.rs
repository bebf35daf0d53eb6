use super::fold;

/// The form of a text: letters, `?` for any one character and `*` for any number of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// In order.
    pub parts: Vec<Part>,
    /// Whether case and accents do not matter (`@`). The letters of the parts are folded then.
    pub folded: bool,
}

/// A piece of a [`Pattern`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// These letters.
    Letters(String),
    /// Any one character.
    One,
    /// Any number of characters, also none.
    Many,
}

impl Pattern {
    /// A pattern of these parts; folds them if case and accents do not matter.
    pub fn new(parts: Vec<Part>, folded: bool) -> Self {
        let fold_part = |part| match part {
            Part::Letters(letters) if folded => Part::Letters(letters.chars().map(fold).collect()),
            part => part,
        };
        Self { parts: parts.into_iter().map(fold_part).collect(), folded }
    }

    /// Every text that contains `letters`.
    pub fn contains(letters: &str) -> Self {
        Self::new(vec![Part::Many, Part::Letters(letters.to_owned()), Part::Many], false)
    }

    /// Every text that begins with `letters`.
    pub fn starts_with(letters: &str) -> Self {
        Self::new(vec![Part::Letters(letters.to_owned()), Part::Many], false)
    }

    /// Every text that ends with `letters`.
    pub fn ends_with(letters: &str) -> Self {
        Self::new(vec![Part::Many, Part::Letters(letters.to_owned())], false)
    }

    /// Whether the whole of `text` has this form.
    pub fn matches(&self, text: &str) -> bool {
        let text: Vec<char> = if self.folded { text.chars().map(fold).collect() } else { text.chars().collect() };
        let steps: Vec<Step> = self.parts.iter().flat_map(steps).collect();
        walk(&steps, &text)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Letter(char),
    One,
    Many,
}

fn steps(part: &Part) -> Vec<Step> {
    match part {
        Part::Letters(letters) => letters.chars().map(Step::Letter).collect(),
        Part::One => vec![Step::One],
        Part::Many => vec![Step::Many],
    }
}

/// Goes back to the last `*` only: earlier ones need not give way, so the time is at most steps times characters.
fn walk(steps: &[Step], text: &[char]) -> bool {
    let (mut step, mut at) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while let Some(&letter) = text.get(at) {
        match steps.get(step) {
            Some(Step::Many) => {
                retry = Some((step + 1, at));
                step += 1;
            }
            Some(Step::One) => {
                step += 1;
                at += 1;
            }
            Some(Step::Letter(wanted)) if *wanted == letter => {
                step += 1;
                at += 1;
            }
            _ => match retry {
                Some((after, from)) => {
                    retry = Some((after, from + 1));
                    step = after;
                    at = from + 1;
                }
                None => return false,
            },
        }
    }
    steps.get(step..).unwrap_or_default().iter().all(|step| *step == Step::Many)
}
