; The installer for Windows: called by release.py, which gives
;   VERSION, SOURCE (the bundle), OUT, ICON, TARGET, KILOBYTES and MEGABYTES (of the bundle), and SIGNER when
;   files are signed.
;
; Silent:    setup.exe /S [/ALLUSERS] [/CLOSE] [/DESKTOP] [/NOLINKS] [/NOMENU] [/LANG=1033|1028|2052] [/D=folder]
;   /CLOSE asks a running program to close, /NOLINKS leaves out the file type and the address, /NOMENU the
;   folder menu; /D must come last and takes no quotation marks.
; Ends with: 0 done, 1 the user stopped it, 2 it failed and what was there before is there again,
;   3 the program is running, 4 a newer version is installed, 5 administrator's rights are needed, 6 the disk is full.

Unicode true
Target ${TARGET}
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
!ifdef QUICK ; only for trying: packed fast and loosely
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
SetDateSave off
AllowSkipFiles off
RequestExecutionLevel user
!include MUI2.nsh
!include nsDialogs.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh
!include WinMessages.nsh

!define ID "{7C0B6D5E-2A49-4C6B-9B0C-6B3D1E5F8A21}" ; never to be changed: an update is known by it
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define OWN_KEY "Software\Juanzong"
!define PROGRAM "juanzong.exe"
!define CONSOLE "juanzong-cli.exe"
!define CODE_RUNNING 3
!define CODE_NEWER 4
!define CODE_RIGHTS 5
!define CODE_SPACE 6

Name "$(APP_NAME)"
Caption "$(APP_NAME) ${VERSION}"
BrandingText "Juanzong ${VERSION}"
OutFile "${OUT}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "卷宗 Juanzong"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "卷宗 Juanzong ${VERSION} setup"
VIAddVersionKey /LANG=0 "CompanyName" "Juanzong developers"
VIAddVersionKey /LANG=0 "LegalCopyright" "Copyright 2026 the Juanzong developers"
!ifdef SIGNER
  !uninstfinalize '${SIGNER} "%1"'
!endif

Var Scope ; "user" or "all"
Var AskClose ; 1: a running program is asked to close without asking the user first
Var Moved ; 1: the version that was here lies in $INSTDIR\before
Var OnlyMe
Var Everyone

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_WELCOME
Page custom ScopePage ScopeChosen
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "TradChinese"
!include words.nsh

; ---- what both the installer and the uninstaller do -----------------------------------------------------

!macro SHARED un
  ; $0 becomes 1 while one of the executables runs: Windows lets nobody write to it then
  Function ${un}IsRunning
    StrCpy $0 0
    ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
      ClearErrors
      FileOpen $1 "$INSTDIR\${PROGRAM}" a
      ${If} ${Errors}
        StrCpy $0 1
      ${Else}
        FileClose $1
      ${EndIf}
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\${CONSOLE}"
      ClearErrors
      FileOpen $1 "$INSTDIR\${CONSOLE}" a
      ${If} ${Errors}
        StrCpy $0 1
      ${Else}
        FileClose $1
      ${EndIf}
    ${EndIf}
  FunctionEnd

  ; Asks the windows of the program to close, as their own button does, and waits up to twenty seconds
  Function ${un}AskToClose
    nsExec::Exec 'taskkill /IM ${PROGRAM}'
    Pop $0
    StrCpy $2 0
    ${Do}
      Sleep 500
      Call ${un}IsRunning
      IntOp $2 $2 + 1
      ${If} $0 == 0
        ${Break}
      ${EndIf}
    ${LoopUntil} $2 > 40
  FunctionEnd

  Function ${un}EnsureClosed
    StrCpy $3 0
    ${Do}
      Call ${un}IsRunning
      ${If} $0 == 0
        ${Break}
      ${EndIf}
      ${If} ${Silent}
        ${If} $AskClose == 1
        ${AndIf} $3 == 0
          StrCpy $3 1
          Call ${un}AskToClose
        ${Else}
          SetErrorLevel ${CODE_RUNNING}
          Quit
        ${EndIf}
      ${Else}
        MessageBox MB_OKCANCEL|MB_ICONINFORMATION "$(RUNNING)" IDOK +3
        SetErrorLevel ${CODE_RUNNING}
        Quit
        Call ${un}AskToClose
      ${EndIf}
    ${Loop}
  FunctionEnd

  Function ${un}ReadSwitches
    ${GetParameters} $R0
    StrCpy $AskClose 0
    ClearErrors
    ${GetOptions} $R0 "/CLOSE" $R1
    ${IfNot} ${Errors}
      StrCpy $AskClose 1
    ${EndIf}
    StrCpy $Scope "user"
    ClearErrors
    ${GetOptions} $R0 "/ALLUSERS" $R1
    ${IfNot} ${Errors}
      StrCpy $Scope "all"
    ${EndIf}
    ClearErrors
    ${GetOptions} $R0 "/LANG=" $R1
    ${IfNot} ${Errors}
      StrCpy $LANGUAGE $R1
    ${ElseIf} $LANGUAGE == 3076 ; Hong Kong
    ${OrIf} $LANGUAGE == 5124 ; Macao
      StrCpy $LANGUAGE 1028
    ${EndIf}
  FunctionEnd

  ; Without administrator's rights nothing can be done for all users
  Function ${un}EnsureRights
    ${If} $Scope == "all"
      UserInfo::GetAccountType
      Pop $0
      ${If} $0 != "Admin"
        MessageBox MB_OK|MB_ICONSTOP "$(NEEDS_ADMIN)" /SD IDOK
        SetErrorLevel ${CODE_RIGHTS}
        Quit
      ${EndIf}
      SetShellVarContext all
    ${Else}
      SetShellVarContext current
    ${EndIf}
  FunctionEnd

  Function ${un}RemoveKeys
    DeleteRegKey SHCTX "Software\Classes\Juanzong.Archive"
    DeleteRegKey SHCTX "Software\Classes\juanzong"
    DeleteRegKey SHCTX "Software\Classes\Directory\shell\Juanzong.Open"
    DeleteRegKey SHCTX "Software\Classes\Directory\shell\Juanzong.Import"
    ReadRegStr $0 SHCTX "Software\Classes\.juanzong" ""
    ${If} $0 == "Juanzong.Archive"
      DeleteRegKey SHCTX "Software\Classes\.juanzong"
    ${EndIf}
    Delete "$SMPROGRAMS\卷宗.lnk"
    Delete "$SMPROGRAMS\Juanzong.lnk"
  FunctionEnd
!macroend
!insertmacro SHARED ""
!insertmacro SHARED "un."

; ---- before anything is done --------------------------------------------------------------------------------

; The folder given with /D wins, then the one of the version that is installed, then the usual one
Function ChooseFolder
  ${If} $R9 == "" ; not yet known whether /D was given
    StrCpy $R9 "asked"
    ${If} $INSTDIR != ""
      StrCpy $R9 "given"
    ${EndIf}
  ${EndIf}
  ${If} $R9 == "given"
    Return
  ${EndIf}
  ${If} $Scope == "all"
    SetShellVarContext all
    ReadRegStr $INSTDIR HKLM "${OWN_KEY}" "InstallDir"
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$PROGRAMFILES64\Juanzong"
    ${EndIf}
  ${Else}
    SetShellVarContext current
    ReadRegStr $INSTDIR HKCU "${OWN_KEY}" "InstallDir"
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Juanzong"
    ${EndIf}
  ${EndIf}
FunctionEnd

; A newer version may have brought archives into a form that this one does not read
Function RefuseNewer
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(NEWER)" /SD IDOK
      SetErrorLevel ${CODE_NEWER}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function ScopePage
  ${If} $Scope == "all" ; asked for on the command line, or already started again with more rights
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(SCOPE_TITLE)" "$(SCOPE_TEXT)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 14u "$(SCOPE_ME)"
  Pop $OnlyMe
  ${NSD_CreateRadioButton} 0 34u 100% 14u "$(SCOPE_ALL)"
  Pop $Everyone
  ${If} $R7 == "all"
    ${NSD_Check} $Everyone
  ${Else}
    ${NSD_Check} $OnlyMe
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function ScopeChosen
  ${NSD_GetState} $Everyone $0
  ${If} $0 == ${BST_CHECKED}
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      ClearErrors
      ExecShell "runas" "$EXEPATH" "/ALLUSERS /LANG=$LANGUAGE"
      ${If} ${Errors} ; the user thought better of it
        Abort
      ${EndIf}
      Quit
    ${EndIf}
    StrCpy $Scope "all"
  ${EndIf}
  Call ChooseFolder
  Call RefuseNewer
FunctionEnd

Function EnsureSpace
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${If} $1 < ${MEGABYTES}
    MessageBox MB_OK|MB_ICONSTOP "$(NO_SPACE)" /SD IDOK
    SetErrorLevel ${CODE_SPACE}
    Quit
  ${EndIf}
FunctionEnd

; ---- the version that was here is put aside, and put back if anything fails -----------------------------------

Function PutAside
  RMDir /r "$INSTDIR\before"
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    CreateDirectory "$INSTDIR\before"
    ClearErrors
    Rename "$INSTDIR\_internal" "$INSTDIR\before\_internal"
    ${If} ${Errors} ; something holds a file in it
      RMDir "$INSTDIR\before"
      MessageBox MB_OK|MB_ICONSTOP "$(RUNNING)" /SD IDOK
      SetErrorLevel ${CODE_RUNNING}
      Quit
    ${EndIf}
    StrCpy $Moved 1
    Rename "$INSTDIR\${PROGRAM}" "$INSTDIR\before\${PROGRAM}"
    Rename "$INSTDIR\${CONSOLE}" "$INSTDIR\before\${CONSOLE}"
  ${EndIf}
  RMDir /r "$INSTDIR\licences"
FunctionEnd

Function PutBack
  ${If} $Moved == 1
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\${PROGRAM}"
    Delete "$INSTDIR\${CONSOLE}"
    Rename "$INSTDIR\before\_internal" "$INSTDIR\_internal"
    Rename "$INSTDIR\before\${PROGRAM}" "$INSTDIR\${PROGRAM}"
    Rename "$INSTDIR\before\${CONSOLE}" "$INSTDIR\${CONSOLE}"
    RMDir "$INSTDIR\before"
  ${EndIf}
FunctionEnd

Function .onInstFailed
  Call PutBack
FunctionEnd

; ---- what is installed ------------------------------------------------------------------------------------------

Section "$(SEC_PROGRAM)" MAIN
  SectionIn RO
  Call EnsureRights
  Call EnsureClosed
  Call EnsureSpace
  Call PutAside
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\before"
  Call RemoveKeys
  CreateShortcut "$SMPROGRAMS\$(APP_NAME).lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${OWN_KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\${PROGRAM}" "" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "卷宗 Juanzong"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "Juanzong developers"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  StrCpy $0 ""
  ${If} $Scope == "all"
    StrCpy $0 " /ALLUSERS"
  ${EndIf}
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"$0'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe"$0 /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
SectionEnd

Section "$(SEC_LINKS)" LINKS
  WriteRegStr SHCTX "Software\Classes\.juanzong" "" "Juanzong.Archive"
  WriteRegStr SHCTX "Software\Classes\Juanzong.Archive" "" "$(ARCHIVE_TYPE)"
  WriteRegStr SHCTX "Software\Classes\Juanzong.Archive\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "Software\Classes\Juanzong.Archive\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr SHCTX "Software\Classes\juanzong" "" "URL:Juanzong"
  WriteRegStr SHCTX "Software\Classes\juanzong" "URL Protocol" ""
  WriteRegStr SHCTX "Software\Classes\juanzong\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "Software\Classes\juanzong\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
SectionEnd

; An archive is a folder, so it is opened from the menu of folders; any other folder can be imported
Section "$(SEC_MENU)" MENU
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Juanzong.Open" "" "$(VERB_OPEN)"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Juanzong.Open" "Icon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Juanzong.Open" "AppliesTo" 'System.FileName:"*.juanzong"'
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Juanzong.Open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Juanzong.Import" "" "$(VERB_IMPORT)"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Juanzong.Import" "Icon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Juanzong.Import" "AppliesTo" 'NOT System.FileName:"*.juanzong"'
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Juanzong.Import\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
SectionEnd

Section /o "$(SEC_DESKTOP)" DESKTOP
  CreateShortcut "$DESKTOP\$(APP_NAME).lnk" "$INSTDIR\${PROGRAM}"
SectionEnd

Section "-tell"
  ${RefreshShellIcons}
SectionEnd

; it names sections, so it stands below them
Function .onInit
  SetRegView 64
  Call ReadSwitches
  ReadRegStr $0 HKLM "${OWN_KEY}" "InstallDir"
  ${If} $0 != ""
  ${AndIfNot} ${Silent}
    StrCpy $R7 "all" ; the page suggests what is there already
  ${EndIf}
  ${If} $Scope == "all"
    Call EnsureRights
  ${EndIf}
  Call ChooseFolder
  Call RefuseNewer
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/DESKTOP" $R1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${DESKTOP}
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/NOLINKS" $R1
  ${IfNot} ${Errors}
    !insertmacro UnselectSection ${LINKS}
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/NOMENU" $R1
  ${IfNot} ${Errors}
    !insertmacro UnselectSection ${MENU}
  ${EndIf}
FunctionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${MAIN} "$(ABOUT_PROGRAM)"
  !insertmacro MUI_DESCRIPTION_TEXT ${LINKS} "$(ABOUT_LINKS)"
  !insertmacro MUI_DESCRIPTION_TEXT ${MENU} "$(ABOUT_MENU)"
  !insertmacro MUI_DESCRIPTION_TEXT ${DESKTOP} "$(ABOUT_DESKTOP)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; ---- taking it away: what the user made stays unless the user says otherwise, one archive after the other -----

Function un.onInit
  SetRegView 64
  Call un.ReadSwitches
  Call un.EnsureRights
FunctionEnd

Section "un.$(SEC_PROGRAM)" UN_MAIN
  SectionIn RO
  Call un.EnsureClosed
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  RMDir /r "$INSTDIR\before"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Call un.RemoveKeys
  Delete "$DESKTOP\卷宗.lnk"
  Delete "$DESKTOP\Juanzong.lnk"
  DeleteRegKey SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\${PROGRAM}"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${OWN_KEY}"
  ${un.RefreshShellIcons}
SectionEnd

Section /o "un.$(UN_SETTINGS)" UN_DATA
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\Juanzong"
SectionEnd

Section /o "un.$(UN_ARCHIVES)" UN_ARCHIVES_SECTION
  SetShellVarContext current
  FindFirst $0 $1 "$DOCUMENTS\*.juanzong"
  ${DoUntil} $1 == ""
    ${If} ${FileExists} "$DOCUMENTS\$1\archive.json"
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(DELETE_ARCHIVE)" /SD IDNO IDNO +2
      RMDir /r "$DOCUMENTS\$1"
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${UN_MAIN} "$(ABOUT_PROGRAM)"
  !insertmacro MUI_DESCRIPTION_TEXT ${UN_DATA} "$(ABOUT_SETTINGS)"
  !insertmacro MUI_DESCRIPTION_TEXT ${UN_ARCHIVES_SECTION} "$(ABOUT_ARCHIVES)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END
