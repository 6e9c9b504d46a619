"""What happens before Qt: libraries, displays, and a quicker import."""
