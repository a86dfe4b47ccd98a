"""Lines become a page.

| step | room or file | what is known after it |
|---|---|---|
| type | `type` | voices, display lines, paragraphs, and what is wrong with each |
| areas | `compose`, `block` | the place of every block, and what stands in it |
| groups | `groups`: `heights` `fit` `solve` | heights of stacks and rows; what `fit:` moves |
| headline | `headline` | its lines (`breaking` `balance`), its size, its whole lines of the grid |
| columns | `columns`: `frames` | edges and measures, by the four policies of 破栏 |
| slots | `columns`: `slots` `obstacles` `outline` | a slot for each line, less what is in its way |
| pour | `article`: `thread` `pour` `divide` `slotwise` | which line stands in which slot |
| level | `article`: `level` | the white that vertical justification adds |
| furniture | `furniture`, `pictures`, `rules` | 报眉 导读 credits, pictures, rules and borders |
| lower | `lower` | the display list |

Text is set once and divided by numbers where all measures are alike (`divide`), else poured slot by
slot (`slotwise`). `placed` is what all of them leave behind.
"""
