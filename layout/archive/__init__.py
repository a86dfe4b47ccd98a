"""Back catalogues made on the machines of a cluster: what is sent, what comes, what is done."""
