void
build_page (MukanaPeoplePage *self)
{
  gtk_label_new (_("People"));
  gtk_label_new ("People");
  gtk_label_new ("%d");
  gtk_label_new (NULL);
  adw_action_row_set_subtitle (row, is_open ? "Open" : _("Closed"));
  gtk_button_new_with_label ("Remove");
  gtk_widget_set_tooltip_text (button,
                               "Remove from the list");
  adw_message_dialog_add_response (dialog, "cancel", "_Cancel");
  adw_message_dialog_add_response (dialog, "remove", _("_Remove"));
  gtk_label_set_text (label, peek_text (self, "Not shown"));
  adw_toast_new ("Removed");
}
