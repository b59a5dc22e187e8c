// The page that lies beside the key of a journal: how its entries are read without coach.

/**
 * What stands in `HOW-TO-READ.txt`. It needs no coach and no network.
 *
 * @example
 * HOW_TO_READ.includes('age -d') //=> true
 */
export const HOW_TO_READ = `HOW TO READ THIS JOURNAL WITHOUT COACH

The files whose names end in .md.age are entries of a journal, encrypted. Each
is an ordinary file of age, a free program (https://age-encryption.org). With
age and your passphrase you can read them on any computer.

Run these commands in the folder of the journal: the one that holds the folder
.key, in which this file is.

To read one entry (put the name of its file in place of the last word):

    age -d -i .key/identity.age 2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md.age

To write all of them as readable files, each beside the encrypted one:

    umask 077
    age -d -o key.txt .key/identity.age
    find . -name '*.md.age' -exec sh -c 'age -d -i key.txt -o "\${1%.age}" "$1"' _ {} \\;

Then delete key.txt: whoever has it can read everything.

age asks for the passphrase of the journal. If you have the recovery key and not
the passphrase, write the recovery key into a file named key.txt, on one line
and without spaces, and leave out the line that makes this file.

Entries in the folder "trash" were deleted, and can still be brought back.
Entries in the folder ".history" are what others said before they were edited.
`;
