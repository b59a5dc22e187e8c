// The bank file that a person's own bank begins with.
import { stringify } from 'yaml';

/**
 * A bank to start one's own from, as commented YAML that parses as it stands.
 *
 * @param name - The bank's name: small letters, digits and hyphens.
 *
 * @example
 * bankTemplate('handover').includes('bank: handover\n') //=> true
 */
export function bankTemplate(name: string): string {
  return `# Your own question bank. Everything after a "#" is a note to you; delete it if you like.
# Check it with:  coach banks check ${name}
# Answer it with: coach reflect ${name}

# The name: lowercase letters, digits and hyphens.
bank: ${stringify(name).trim()}
# Raise this number by one whenever you change the wording. Each entry remembers which version was asked.
version: 1
# manager, member, both (what is asked depends on your role) or none (no role is stored).
role: none
# The name shown in lists.
title: My own questions
# Shown before the first question. ">-" joins the lines that follow.
intro: >-
  A few questions that I want to come back to.
  Skip whatever you like.
# Remove the "#" below, and coach asks once, before the first question, who or what the sitting is about.
# asks_about: true

questions:
  # Each question has an id. Never change it: coach uses it to find your earlier answers.
  # Begin it with the name of the bank, so that no other bank uses the same id.
  - id: ${name}-moment
    # text: typed in your own words.
    type: text
    # core: part of the short version.
    core: true
    ask: Think of one recent moment. What happened?
    # Shown under the question. This and the keys below may be left out.
    why: One real moment teaches more than a general impression.
    # Offered once after a short answer, and whenever you type "?".
    nudge: What would a camera have recorded?
    # Asked instead once you have skipped the question twice in a row.
    smaller: Name the moment in one word.

  # choice: one of several. The value is stored, so you may reword a label later.
  - id: ${name}-kind
    type: choice
    ask: What kind of moment was it?
    options:
      - {value: easy, label: "An easy one"}
      - {value: hard, label: "A hard one"}
      - {value: unsure, label: "I can't tell"}

  # show_if: asked only if an earlier choice was answered with one of these values.
  - id: ${name}-hard
    type: text
    show_if: {${name}-kind: [hard, unsure]}
    ask: What made it that way?

  # scale: whole numbers, with words at both ends; na is for days when the question does not apply.
  - id: ${name}-energy
    type: scale
    ask: How much energy is left for this?
    scale: {min: 1, max: 5, low: hardly any, high: plenty}
    na: I can't say today

  # prediction: a guess. What you expect, how you will tell, how likely it is, and when you will know.
  - id: ${name}-prediction
    type: prediction
    ask: What do you expect to happen next?
    nudge: Write something that someone else could check.

# Asked last. Each of the three may be left out.
closing:
  # commitment: a plan. When …, I will …, by …, and how likely it is.
  commitment:
    id: ${name}-commitment
    ask: What one small thing will you try?
    why: Tying a small act to a moment makes it easier to remember when the moment comes.
  prediction:
    id: ${name}-commitment-prediction
    ask: If you do that, what do you expect to happen?
  tell:
    id: ${name}-tell
    type: choice
    ask: Who, if anyone, will you tell?
    options:
      - {value: nobody, label: "Nobody for now"}
      - {value: friend, label: "Someone I trust"}
    # Asked next, as text, after any value except "nobody".
    follow: What exactly will you tell them?
`;
}
