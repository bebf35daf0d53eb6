use serde::{Deserialize, Serialize};

/// How much a store lets an app do, and how fast it answers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Limits {
    /// The points that a full bucket holds.
    pub bucket: f64,
    /// The points that flow back in a second.
    pub restore_rate: f64,
    /// How long an answer is held back, in milliseconds.
    pub latency_ms: u64,
    /// How long a bulk operation waits before it begins, in milliseconds.
    pub bulk_start_ms: u64,
    /// How long a bulk operation takes for each object, in microseconds.
    pub bulk_object_us: u64,
    /// How long a picture is worked on before it is ready, in milliseconds.
    #[serde(default = "media_ms")]
    pub media_ms: u64,
    /// From how many variants on a store on a plan below Plus takes only so many new ones in a day.
    #[serde(default = "many_variants")]
    pub many_variants: usize,
    /// How many new ones those are.
    #[serde(default = "new_variants_per_day")]
    pub new_variants_per_day: usize,
    /// Whether webhooks may go to this machine, by plain HTTP too. The real store refuses such addresses; a devstore
    /// beside the program that it tells needs them.
    pub loopback_webhooks: bool,
}

/// As long as nothing else is said.
const fn media_ms() -> u64 {
    1_000
}

const fn many_variants() -> usize {
    50_000
}

const fn new_variants_per_day() -> usize {
    1_000
}

/// The code of the error that more new variants are refused with.
pub(crate) const TOO_MANY_VARIANTS: &str = "VARIANT_THROTTLE_EXCEEDED";

impl Default for Limits {
    /// A store on the Standard plan, without delay.
    fn default() -> Self {
        Self {
            bucket: 2_000.0,
            restore_rate: 100.0,
            latency_ms: 0,
            bulk_start_ms: 200,
            bulk_object_us: 100,
            media_ms: media_ms(),
            many_variants: many_variants(),
            new_variants_per_day: new_variants_per_day(),
            loopback_webhooks: false,
        }
    }
}

impl Limits {
    /// Whether a store could work with them.
    pub(crate) fn check(&self) -> Result<(), String> {
        let positive = |name: &str, value: f64| {
            if value.is_finite() && value > 0.0 {
                Ok(())
            } else {
                Err(format!("{name} is {value}: it must be a number above 0"))
            }
        };
        positive("bucket", self.bucket)?;
        positive("restoreRate", self.restore_rate)
    }
}
