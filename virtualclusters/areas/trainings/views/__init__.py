"""Screens of trainings: `calendar` for everybody, `bookings` for those who come, `teaching` and `timetable` for the trainer."""
