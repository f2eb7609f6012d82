@echo off
rem Installs crosscase for you alone: no administrator, no network. Needs Python 3.11 or newer.
setlocal EnableExtensions
cd /d "%~dp0"
title Installing crosscase
set "home=%LOCALAPPDATA%\crosscase"
set "python="

for %%V in (3.14 3.13 3.12 3.11) do (
  if not defined python py -%%V -c "import sys, venv; sys.exit(sys.maxsize < 2**32)" >nul 2>nul && set "python=py -%%V" && set "version=%%V"
  if not defined python python -c "import sys, venv; sys.exit(list(sys.version_info[:2]) != [int(n) for n in '%%V'.split('.')] or sys.maxsize < 2**32)" >nul 2>nul && set "python=python" && set "version=%%V"
)
if not defined python (
  echo crosscase needs Python 3.11, 3.12, 3.13 or 3.14 ^(64-bit^), and none was found.
  echo Install it from the Microsoft Store ^(search for Python 3.13^) or from python.org,
  echo then run install.cmd again. Nothing has been changed.
  goto failed
)

echo Making a place for crosscase in "%home%" ...
%python% -m venv --clear "%home%\environment" || goto broken
echo Installing (about a minute) ...
"%home%\environment\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check ^
  --no-index --find-links "%~dp0wheels" --require-hashes --no-deps ^
  --requirement "%~dp0requirements-%version%.txt" || goto broken
for %%W in ("%~dp0crosscase-*.whl") do (
  "%home%\environment\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check ^
    --no-index --no-deps "%%~fW" || goto broken
)

> "%home%\crosscase.cmd" echo @"%home%\environment\Scripts\crosscase.exe" open
set "menu=%APPDATA%\Microsoft\Windows\Start Menu\Programs"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$s=(New-Object -ComObject WScript.Shell).CreateShortcut([IO.Path]::Combine($env:menu,'crosscase.lnk'));$s.TargetPath=[IO.Path]::Combine($env:home,'crosscase.cmd');$s.WorkingDirectory=[Environment]::GetFolderPath('MyDocuments');$s.Description='Open a crosscase study';$s.Save()" >nul 2>nul
rem Where scripts are forbidden, the command itself in the menu does the same.
if not exist "%menu%\crosscase.lnk" copy /y "%home%\crosscase.cmd" "%menu%\crosscase.cmd" >nul

echo.
echo crosscase is installed. Open it from the Start menu: crosscase.
echo To take it away again, delete "%home%" and the entry in the Start menu;
echo your studies are in the folders where you keep them and stay there.
pause
exit /b 0

:broken
echo.
echo Something went wrong above. Nothing outside "%home%" was changed.
echo Unpack the whole zip to a folder first (not from inside the zip), then run install.cmd again.
:failed
pause
exit /b 1
