"""What things are: frozen classes that travel from stage to stage."""
