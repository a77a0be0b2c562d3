"""Where the shared articles name actors and use concepts, marked by hand: offsets and keys only.

The articles were read from beginning to end and marked under the rules of the starter codebook's
layers, without looking at what the program finds. Decisions where the rules leave room:

- An actor is marked wherever it is named, also as a place or in another's title or in the name
  of an event, but not within a longer name (an institute's, a treaty's, a concept's).
- A capital or a residence is marked where it stands for the government, not where something
  merely happens there.
- In a compound each short form is marked by itself, unless the compound is a category's own name
  (a group, an alliance). Both a full name and its abbreviation in brackets are marked.
- Of a concept, the term is marked without quotation marks, and not its gloss in English.
- Plainly equivalent words are marked as the concept, also where the codebook does not list them.

Offsets are code points of the file as it came, so that a better cleaning does not move them.
"""
