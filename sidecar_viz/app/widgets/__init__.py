"""Small widgets that know no lesson."""
