"""The tables of a proof, a file each: stories, faces, pictures, colours and inks."""
