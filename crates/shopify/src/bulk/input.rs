use bytes::Bytes;
use serde::Serialize;

/// The most that Shopify takes, in bytes.
pub(super) const LARGEST: usize = 100 * 1024 * 1024;

/// Why there is no input.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum NoInput {
    #[error("there is nothing to run it with")]
    Empty,
    #[error("its input is larger than 100 MB; run it in parts")]
    TooLarge,
    #[error("its input can't be written as JSON ({0})")]
    NotJson(String),
}

/// The variables of a mutation, a line for each run.
pub(super) fn write<V: Serialize>(variables: impl IntoIterator<Item = V>) -> Result<Bytes, NoInput> {
    let mut text = Vec::new();
    for one in variables {
        serde_json::to_writer(&mut text, &one).map_err(|error| NoInput::NotJson(error.to_string()))?;
        text.push(b'\n');
        if text.len() > LARGEST {
            return Err(NoInput::TooLarge);
        }
    }
    if text.is_empty() { Err(NoInput::Empty) } else { Ok(text.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_run_has_a_line_and_there_is_an_end_to_them() {
        assert_eq!(write(["a", "b\nc"]), Ok(Bytes::from("\"a\"\n\"b\\nc\"\n")));
        assert_eq!(write([0; 0]), Err(NoInput::Empty));
        let long = "x".repeat(LARGEST / 2);
        assert_eq!(write([&long, &long]), Err(NoInput::TooLarge));
    }
}
