"""How Qt's own widgets look. Each $name is a field of `Theme`, and here a role of the palette.

So the sheet stays the same when light and dark are switched: only the palette is another one.
"""

from string import Template

ROLES = {
    "window": "window",
    "card": "base",
    "text": "text",
    "muted": "placeholder-text",
    "faint": "dark",
    "border": "mid",
    "track": "alternate-base",
    "hover": "midlight",
    "accent": "highlight",
    "accent_hover": "bright-text",
    "on_accent": "highlighted-text",
    "warning": "link-visited",
}

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $card; color: $text; border: 1px solid $border; padding: 5px 7px; }
QFrame#card { background: $card; border: 1px solid $border; border-radius: 8px; }
QFrame#explanation { background: $card; border: 1px solid $accent; border-radius: 8px; }
QFrame#banner { background: $warning; border: 1px solid #E69F00; border-radius: 8px; }
QLabel[muted="true"] { color: $muted; }
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QPushButton, QCheckBox,
QMenuBar, QMenu, QStatusBar, QTabBar, QToolTip, QLabel[muted="true"], QLabel#readout,
QLabel#hintNumber, QStatusBar QLabel {
  placeholder-text-color: $muted;  /* or Qt takes a see-through one for muted words */
}
QPushButton {
  background: $card; color: $text; border: 1px solid $border; border-radius: 6px;
  padding: 6px 10px; min-height: 18px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $track; }
QPushButton:disabled { color: $faint; }
QPushButton:focus { border-color: $accent; }
QPushButton[flat="true"] {
  min-height: 16px; background: transparent; border-color: transparent; padding: 5px 6px;
}
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus { border-color: $accent; }
QPushButton:checked { background: $track; border-color: $accent; }
QPushButton[flat="true"]:checked { background: $track; border-color: $border; }
QPushButton[flat="true"]:checked:focus { border-color: $accent; }
QPushButton[compact="true"] { padding: 3px 6px; min-height: 16px; }
QPushButton[opens="true"] { padding-right: 22px; }
QPushButton[compact="true"][opens="true"] { padding-right: 20px; }
QPushButton::menu-indicator { image: none; width: 0; }
QFrame#divider { background: $border; border: none; }
QPushButton[primary="true"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
  padding: 8px 12px;
}
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:focus { border-color: $text; }
QPushButton[primary="true"]:disabled {
  background: $track; border-color: $track; color: $muted;
}
QPushButton[disclosure="true"] {
  background: transparent; border-color: transparent; color: $muted; text-align: left;
  padding: 4px 4px 4px 20px;
}
QPushButton[disclosure="true"]:hover { color: $text; }
QPushButton[disclosure="true"]:focus { border-color: $accent; }
QLabel#hintNumber { background: $track; color: $muted; border-radius: 11px; }
QWidget#plain { background: transparent; }
QCheckBox { background: transparent; color: $text; spacing: 7px; }
QCheckBox:disabled { color: $faint; }
QLineEdit {
  background: $card; color: $text; border: 1px solid $border; border-radius: 6px; padding: 4px 5px;
  min-height: 20px; selection-background-color: $accent; selection-color: $on_accent;
}
QInputDialog QLineEdit { min-width: 340px; }
QAbstractItemView QLineEdit { padding: 0 4px; min-height: 0; }  /* as high as its row */
QDialog QPlainTextEdit, QDialog QListWidget {
  background: $card; color: $text; border: 1px solid $border; border-radius: 6px; padding: 2px 1px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QDialog QListWidget { padding: 3px; outline: 0; }
QDialog QListWidget::item { padding: 2px 4px; border-radius: 4px; color: $text; }
QDialog QListWidget::item:selected { background: $track; color: $text; }
QLineEdit:hover, QDialog QPlainTextEdit:hover { border-color: $faint; }
QLineEdit:focus, QDialog QPlainTextEdit:focus { border-color: $accent; }
QLineEdit:disabled { color: $faint; background: $window; }
QAbstractSpinBox { padding: 4px 0 4px 0; max-height: 20px; }
QAbstractSpinBox[live="true"] { border: 1px solid $accent; }
QComboBox { padding: 4px 26px 4px 8px; }
QComboBox, QAbstractSpinBox {
  background: $card; color: $text; border: 1px solid $border; border-radius: 6px;
  min-height: 20px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QComboBox:hover, QAbstractSpinBox:hover { border-color: $faint; }
QComboBox:focus, QAbstractSpinBox:focus { border-color: $accent; }
QComboBox:disabled, QAbstractSpinBox:disabled { color: $faint; background: $window; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; }
QAbstractSpinBox::up-button { border: none; width: 24px; subcontrol-position: top right; }
QAbstractSpinBox::down-button { border: none; width: 24px; subcontrol-position: bottom right; }
QComboBox QAbstractItemView {
  background: $card; color: $text; border: 1px solid $border; outline: 0; padding: 4px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QMenuBar { background: $window; color: $text; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: $track; }
QMenu { background: $card; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QStatusBar { background: $window; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 0 6px 4px 6px; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: $muted; padding: 5px 12px; margin-right: 2px;
  border: 1px solid transparent; border-radius: 6px;
}
QTabBar::tab:hover { background: $track; color: $text; }
QTabBar::tab:selected { background: $card; color: $text; border-color: $border; font-weight: 600; }
QTabBar::tab:focus { border-color: $accent; }
QProgressBar {
  background: $track; border: none; border-radius: 2px; max-height: 4px; min-height: 4px;
}
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QTableView {
  background: $card; color: $text; border: none; outline: 0;
  selection-background-color: $track; selection-color: $text;
}
QTableView QComboBox { margin: 4px 0; }  /* not as high as its row */
QTableView::item { padding: 0 3px; border: none; border-bottom: 1px solid $track; }
QTableView::item:selected { background: $track; color: $text; }
QTreeView {
  background: $card; color: $text; border: none; outline: 0;
  selection-background-color: $track; selection-color: $text;
}
QTreeView::item { padding: 2px 4px; border: none; }
QTreeView::item:selected { background: $track; color: $text; }
QTreeView::item:selected:active:focus { color: $accent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: transparent; color: $muted; border: none; border-bottom: 1px solid $border;
  padding: 3px 6px;
}
QLabel#readout {
  background: $card; color: $text; border: 1px solid $border; border-radius: 5px; padding: 3px 6px;
}
QRadioButton::indicator {
  width: 12px; height: 12px; border: 1px solid $muted; border-radius: 7px; background: $card;
}
QRadioButton::indicator:hover, QRadioButton::indicator:focus { border-color: $accent; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid $accent; }
QRadioButton::indicator:checked:focus { border-color: $text; }
QListWidget::indicator {
  width: 12px; height: 12px; border: 1px solid $muted; border-radius: 3px; background: $card;
}
QListWidget::indicator:checked { width: 6px; height: 6px; border: 4px solid $accent; }
QSlider::groove:horizontal { background: $track; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal {
  background: $card; border: 2px solid $accent; width: 10px; height: 10px; margin: -5px 0;
  border-radius: 7px;
}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { background: $accent; }
QSlider::handle:horizontal:disabled { border-color: $border; }
QGraphicsView { border: 1px solid transparent; }
QGraphicsView:focus { border-color: $accent; }
QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $border; border-radius: 3px; min-height: 30px; }
QScrollBar::handle:vertical:hover { background: $faint; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: $border; border-radius: 3px; min-width: 30px; }
QScrollBar::handle:horizontal:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
""")

STYLE = _SHEET.substitute({name: f"palette({role})" for name, role in ROLES.items()})
