"""What the live proof says in English, as `layout.words.en` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "PROOFING.defect": "{file}: a defect of Banxin, not of the page: {why}",
    "USE.editor": (
        "--editor is a command, such as 'code -g {{file}}:{{line}}:{{column}}', not "
        "{command:quoted}"
    ),
    "USE.no-port": "no port of this machine is free: {reason}",
    "part.address-not-kept": (
        "{folder} cannot be written: the address of the proof is another one each time"
    ),
    "part.correction-by-hand": (
        "this entry asks for something to be looked at: change the words, or take it out"
    ),
    "part.correction-homeless": "no page has {name}",
    "part.correction-made": (
        "“{words}” is made of what stands in {file}, row {line}: change it there"
    ),
    "part.correction-set-by-hand": (
        "“{what}” is carried out by hand in the story; an entry of a typeface is then taken out"
    ),
    "part.correction-was-done": "“{words}” is done already",
    "part.file-unread": "{file} cannot be read: {why}",
    "part.message-id": "the number of the message is no whole number",
    "part.message-lacks": "the message has no {name}",
    "part.message-no-json": "the message is no JSON object",
    "part.message-unknown": "there is no such message",
    "part.no-block-here": "the spec has no block {name:quoted} of its own",
    "part.no-editing": "nothing can be changed here",
    "part.no-editor": "no editor is known; start with --editor",
    "part.no-page-open": "this proof has no page {name:quoted}",
    "part.no-source": "where it comes from is not known",
    "part.no-text-file": "{file} is no text",
    "part.no-words-here": "these words stand in no file as they are seen, or in a table",
    "part.not-of-the-proof": "{file} is no file of this proof",
    "part.not-opened": "{command} cannot be started: {reason}",
    "part.port-taken": "port {port} is taken; the proof is at {next}",
    "part.served": "the proof is closed",
    "part.serving": "open this address; what is saved is shown at once; Ctrl-C ends",
    "part.words-apart": "“{words}” is not of one paragraph, as the words of a correction are",
    "part.words-begin": "these words begin a paragraph already: pick words inside of one",
    "part.words-begin-not": "pick the first words of a paragraph that is not the first one",
    "part.words-many": "a correction has at most {most} characters",
    "part.words-many-times": "“{words}” is there too often: pick more of the words round it",
    "part.words-no-note": "say what is to be looked at",
    "part.words-no-paragraph": "only the text of a story has paragraphs to run on or to begin",
    "part.words-none": "say what should be there",
}
