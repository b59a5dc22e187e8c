# PowerShell completion for coach
# The words on the line are handed to coach one by one, and nothing on it is run: of each only letters, digits and a few signs are left.
Register-ArgumentCompleter -Native -CommandName coach -ScriptBlock {
  param($word, $line, $cursor)
  $before = $line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor }
  $words = @($before | ForEach-Object { $_.Extent.Text }) + "$word" | ForEach-Object { ':' + ($_ -replace '[^A-Za-z0-9=.-]', '_') }
  coach complete @words 2>$null | ForEach-Object {
    $value, $text = $_ -split "`t", 2
    if ($null -ne $text) {
      $tip = if ($text) { $text } else { $value }
      [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $tip)
    }
  }
}
