//! The billing system at work: commands in, answers out.
//!
//! A command is deleted only after its answers are sent, so a death at any
//! point means that it comes again; the ledger then knows what was done, and
//! the same answers go out under the same ids.

use std::{collections::BTreeSet, time::Duration};

use anyhow::{Context, Result};
use aws_sdk_sqs::{
    Client,
    types::{Message, MessageSystemAttributeName},
};
use portal_contracts::command::{Command, CommandBody};
use portal_lambda::Clock;

use super::{
    books::{Answer, Books, Effect},
    ledger::{EffectKind, Entry, Ledger, Line},
    letters::Letters,
};
use crate::queue::Updates;

/// How long a request for commands waits for one. Shorter than the SDK's
/// patience.
const WAIT_SECONDS: i32 = 2;

pub struct Desk {
    pub commands: Client,
    pub commands_url: String,
    pub updates: Updates,
    pub books: Books,
    pub ledger: Option<Ledger>,
    pub letters: Letters,
    pub clock: Clock,
}

impl Desk {
    /// Works until the process ends. A queue that can't be reached is tried
    /// again.
    pub async fn work(mut self) -> ! {
        loop {
            if let Err(cause) = self.take().await {
                eprintln!("{cause:#}");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }

    /// Takes what the queue has now, waiting a little; says how many commands
    /// were done.
    pub async fn take(&mut self) -> Result<usize> {
        let request = self.commands.receive_message().queue_url(&self.commands_url);
        let request = request
            .max_number_of_messages(10)
            .wait_time_seconds(WAIT_SECONDS)
            .message_system_attribute_names(MessageSystemAttributeName::MessageGroupId);
        let messages =
            request.send().await.context("asking for commands")?.messages.unwrap_or_default();

        let mut done = 0;
        let mut stopped = BTreeSet::new();
        for message in messages {
            let group = group(&message);
            if stopped.contains(&group) {
                continue;
            }
            match self.handle(message).await {
                Ok(()) => done += 1,
                Err(cause) => {
                    // It comes again, and what follows it for this customer too.
                    eprintln!("{cause:#}");
                    stopped.insert(group);
                }
            }
        }
        Ok(done)
    }

    async fn handle(&mut self, message: Message) -> Result<()> {
        let body = message.body.unwrap_or_default();
        let command: Command = serde_json::from_str(&body).context("reading a command")?;
        let now = self.clock.now();
        self.write(&Line::Delivered { command: command.id.clone(), at: now })?;

        let answer = self.books.answer(&command, now);
        if let Some(effect) = &answer.effect {
            // Posting again after a death is left out by the letters' own file.
            if let Effect::Letter(letter) = effect {
                self.letters.post(letter)?;
            }
            self.write(&Line::Effect(entry(&command, &answer, effect, now)))?;
        }
        self.updates.send(&answer.updates).await?;

        let receipt = message.receipt_handle.context("deleting a command")?;
        let request = self.commands.delete_message().queue_url(&self.commands_url);
        request.receipt_handle(receipt).send().await.context("deleting a command")?;
        Ok(())
    }

    /// Knows again what the ledger says was done before a restart.
    pub fn recall(&mut self, lines: Vec<Line>) {
        for line in lines {
            if let Line::Effect(entry) = line {
                self.books.recall(entry);
            }
        }
    }

    /// Writes a line into the ledger, if one is kept.
    pub fn write(&mut self, line: &Line) -> Result<()> {
        self.ledger.as_mut().map_or(Ok(()), |ledger| ledger.write(line))
    }
}

fn entry(command: &Command, answer: &Answer, effect: &Effect, at: jiff::Timestamp) -> Entry {
    let (effect, code) = match effect {
        Effect::Applied => (EffectKind::Applied, None),
        Effect::Refused(refusal) => (EffectKind::Refused, Some(refusal.code().to_owned())),
        Effect::Letter(_) => (EffectKind::Letter, None),
    };
    let change = match &command.body {
        CommandBody::ChangeApproved(approved) => Some(approved.change.clone()),
        CommandBody::LetterRequested(_) => None,
    };
    Entry {
        command: command.id.clone(),
        customer: command.customer.clone(),
        change,
        effect,
        code,
        at,
        updates: answer.updates.clone(),
    }
}

fn group(message: &Message) -> Option<String> {
    message.attributes.as_ref()?.get(&MessageSystemAttributeName::MessageGroupId).cloned()
}
