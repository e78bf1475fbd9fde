"""What ``benchmarks.pages`` is made of: many invented rows, a bare page to compare with, and the clock."""
