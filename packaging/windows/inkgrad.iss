; The installer for Windows, by Inno Setup 6: for one person, without an administrator.
;     iscc /DVersion=<version> packaging\windows\inkgrad.iss
; packs build\frozen\inkgrad, which packaging\freeze.py makes, into dist. Without questions it is
; installed by the switches /VERYSILENT /SUPPRESSMSGBOXES, and so removed by unins000.exe.

#ifndef Version
  #error Say which version: iscc /DVersion=...
#endif
#define Root "..\.."
#define Program "inkgradw.exe"

[Setup]
AppId={{6D6D2A0B-1C0B-4A49-9F43-2B7F0E5B3D1C}
AppName=Inkgrad
AppVersion={#Version}
AppPublisher=The Inkgrad authors
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
DefaultDirName={autopf}\Inkgrad
DisableProgramGroupPage=yes
ChangesAssociations=yes
CloseApplications=yes
LicenseFile={#Root}\LICENSE
OutputDir={#Root}\dist
OutputBaseFilename=inkgrad-{#Version}-windows-x86_64
SetupIconFile={#Root}\build\icons\inkgrad.ico
UninstallDisplayIcon={app}\{#Program}
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "lessons"; Description: "{cm:AssocFileExtension,Inkgrad,.inkgrad}"

; What an older version had and this one hasn't would stay otherwise.
[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\build\frozen\inkgrad\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Inkgrad"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\Inkgrad"; Filename: "{app}\{#Program}"; Tasks: desktopicon

; Lessons are Inkgrad's. Models may be any program's: Inkgrad is only offered for them.
[Registry]
Root: HKA; Subkey: "Software\Classes\Inkgrad.Lesson"; ValueType: string; ValueData: "Inkgrad lesson"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Inkgrad.Lesson\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"
Root: HKA; Subkey: "Software\Classes\Inkgrad.Lesson\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Inkgrad.Model"; ValueType: string; ValueData: "Inkgrad model"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Inkgrad.Model\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.inkgrad"; ValueType: string; ValueData: "Inkgrad.Lesson"; Flags: uninsdeletevalue; Tasks: lessons
Root: HKA; Subkey: "Software\Classes\.inkgrad\OpenWithProgids"; ValueType: string; ValueName: "Inkgrad.Lesson"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.safetensors\OpenWithProgids"; ValueType: string; ValueName: "Inkgrad.Model"; ValueData: ""; Flags: uninsdeletevalue

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,Inkgrad}"; Flags: nowait postinstall skipifsilent
