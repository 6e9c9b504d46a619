; Installs sidecar_viz for one user, without an administrator.
; makensis -DVERSION=0.1.0 -DPROGRAM=folder -DOUT=sidecar-viz-0.1.0-windows.exe packaging/windows/installer.nsi
Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define ID "sidecar_viz"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define CLASS "sidecar_viz.lesson"

Name "sidecar_viz ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\sidecar_viz"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "sidecar_viz"
VIAddVersionKey "FileDescription" "Installs sidecar_viz"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "the sidecar_viz authors; MIT licence"

!define MUI_ICON "..\..\resources\icons\sidecar-viz.ico"
!define MUI_UNICON "..\..\resources\icons\sidecar-viz.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\sidecar-viz.exe"
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

; A newer version takes the place of an older one: its files must not lie among ours.
Section "-old version"
    ReadRegStr $0 HKCU "${KEY}" "UninstallString"
    ReadRegStr $1 HKCU "${KEY}" "InstallLocation"
    ${If} $0 != ""
        ExecWait '"$1\uninstall.exe" /S _?=$1'
    ${EndIf}
SectionEnd

Section "sidecar_viz"
    SetOutPath "$INSTDIR"
    File /r "${PROGRAM}/*.*"
    File "..\..\LICENSE"
    File "..\..\THIRD-PARTY.md"
    SetOutPath "$INSTDIR\licences"
    File "..\..\resources\licences\*.txt"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortCut "$SMPROGRAMS\sidecar_viz.lnk" "$INSTDIR\sidecar-viz.exe"

    ; Windows knows only what stands behind the last dot: lessons are offered
    ; in "Open with" of every .yaml file, and take over none of them.
    WriteRegStr HKCU "Software\Classes\${CLASS}" "" "sidecar_viz lesson"
    WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\sidecar-viz.exe,0"
    WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\sidecar-viz.exe" "%1"'
    WriteRegStr HKCU "Software\Classes\.yaml\OpenWithProgids" "${CLASS}" ""
    WriteRegStr HKCU "Software\Classes\.yml\OpenWithProgids" "${CLASS}" ""

    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    IntFmt $0 "0x%08X" $0
    WriteRegStr HKCU "${KEY}" "DisplayName" "sidecar_viz"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\sidecar-viz.exe"
    WriteRegStr HKCU "${KEY}" "Publisher" "the sidecar_viz authors"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
    System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
    Delete "$SMPROGRAMS\sidecar_viz.lnk"
    DeleteRegKey HKCU "Software\Classes\${CLASS}"
    DeleteRegValue HKCU "Software\Classes\.yaml\OpenWithProgids" "${CLASS}"
    DeleteRegValue HKCU "Software\Classes\.yml\OpenWithProgids" "${CLASS}"
    DeleteRegKey HKCU "${KEY}"
    ; Only what was installed: a user may have chosen a folder with other things.
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\sidecar-viz.exe"
    Delete "$INSTDIR\LICENSE"
    Delete "$INSTDIR\THIRD-PARTY.md"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
SectionEnd
